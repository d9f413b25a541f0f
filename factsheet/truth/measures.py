"""Measures that are decimal multiples of one another: 40,000 metres are 40 km."""

from decimal import Decimal

from factsheet.reading.quantities import scaled


def base_of(code: str) -> str:
    """The measure that a measure is a decimal multiple of; its own code if there is none."""
    return BASES.get(code, (code, 0))[0]


def converted(amount: Decimal, code: str, wanted: str) -> Decimal:
    """An amount in another measure of the same base; as it is where there is none."""
    (one, first), (other, second) = BASES.get(wanted, (wanted, 0)), BASES.get(code, (code, 0))
    return scaled(amount, second - first) if one == other else amount


BASES = {
    code: (base, power)
    for base, codes in {
        "m": {"mm": -3, "cm": -2, "m": 0, "km": 3},
        "m²": {"mm²": -6, "cm²": -4, "m²": 0, "ha": 4, "km²": 6},
        "m³": {"mm³": -9, "cm³": -6, "ml": -6, "mL": -6, "cl": -5, "dl": -4, "l": -3, "L": -3, "hl": -1, "m³": 0, "km³": 9},
        "g": {"mg": -3, "g": 0, "kg": 3, "t": 6, "kt": 9, "Mt": 12, "Gt": 15},
        "W": {"W": 0, "kW": 3, "MW": 6, "GW": 9, "TW": 12},
        "Wh": {"Wh": 0, "kWh": 3, "MWh": 6, "GWh": 9, "TWh": 12},
        "J": {"J": 0, "kJ": 3, "MJ": 6, "GJ": 9, "TJ": 12, "PJ": 15, "EJ": 18},
        "V": {"V": 0, "kV": 3}, "A": {"mA": -3, "A": 0}, "N": {"N": 0, "kN": 3},
        "Pa": {"Pa": 0, "hPa": 2, "kPa": 3, "bar": 5, "MPa": 6},
        "Hz": {"Hz": 0, "kHz": 3, "MHz": 6, "GHz": 9},
        "B": {"B": 0, "kB": 3, "MB": 6, "GB": 9, "TB": 12, "PB": 15},
        "bit/s": {"kbit/s": 3, "Mbit/s": 6, "Gbit/s": 9},
    }.items()
    for code, power in codes.items()
}
