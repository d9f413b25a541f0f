"""One file of the author's folder written whole or not at all."""

import os

from factsheet.problem import Unreadable


def replace(path: str, content: bytes) -> bool:
    """Makes a file hold these bytes; whether it had to be written. Unreadable where the folder cannot be written to."""
    folder, name = os.path.split(path)
    beside = os.path.join(folder, f".{name}.{os.getpid()}")
    try:
        if _holds(path, content):
            return False
        with open(beside, "wb") as file:
            file.write(content)
        os.replace(beside, path)
    except OSError as error:
        if os.path.exists(beside):
            os.unlink(beside)
        raise Unreadable(f"{path} cannot be written: {error.strerror}.", "Look at the folder's permissions and the space on the disk.") from None
    return True


def _holds(path: str, content: bytes) -> bool:
    try:
        with open(path, "rb") as file:
            return file.read() == content
    except FileNotFoundError:
        return False
