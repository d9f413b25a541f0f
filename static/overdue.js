/* Shows what was due for review, on the day the page is read; without this the date stands there all the same. */
(function () {
  var now = new Date();
  var today = [now.getFullYear(), ("0" + (now.getMonth() + 1)).slice(-2), ("0" + now.getDate()).slice(-2)].join("-");
  var marks = document.querySelectorAll("[data-due]");
  for (var i = 0; i < marks.length; i++) {
    if (marks[i].getAttribute("data-due") < today) { marks[i].hidden = false; }
  }
})();
