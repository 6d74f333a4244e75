"use strict";
(function () {
  var boxes = Array.prototype.slice.call(document.querySelectorAll(".filters input"));
  var items = {}, list = Array.prototype.slice.call(document.querySelectorAll(".list li"));
  list.forEach(function (li) { items[li.id.slice(1)] = li; });
  var marks = Array.prototype.slice.call(document.querySelectorAll("[data-f]"));
  function ids(mark) { return mark.getAttribute("data-f").split(" "); }
  function filter() {
    var off = {};
    boxes.forEach(function (box) { if (!box.checked) off[box.value] = true; });
    var shown = 0;
    list.forEach(function (li) {
      li.hidden = !!(off[li.getAttribute("data-l")] || off[li.getAttribute("data-k")]);
      shown += li.hidden ? 0 : 1;
    });
    marks.forEach(function (mark) {
      mark.classList.toggle("off", ids(mark).every(function (id) { return items[id].hidden; }));
    });
    document.querySelectorAll(".shown").forEach(function (out) { out.textContent = shown; });
  }
  boxes.forEach(function (box) { box.addEventListener("change", filter); });
  document.querySelectorAll(".filters").forEach(function (one) { one.hidden = false; });
  var here = null;
  document.addEventListener("click", function (event) {
    var mark = event.target.closest && event.target.closest("[data-f]");
    if (!mark) return;
    var id = ids(mark).filter(function (one) { return !items[one].hidden; })[0];
    event.preventDefault();
    if (!id) return;
    if (here) here.classList.remove("here");
    here = items[id];
    here.classList.add("here");
    here.scrollIntoView({ block: "center" });
    here.focus({ preventScroll: true });
  });
  filter();
})();
