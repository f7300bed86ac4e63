// On the bare address only: takes a reader with a preference to it. Without one, both languages are offered.
(function () {
  var known = ['ko', 'en'];
  var chosen = null;
  try {
    chosen = localStorage.getItem('stride-language');
  } catch {
    // Storage is closed to us: the browser's own preference decides.
  }
  if (known.indexOf(chosen) < 0) {
    chosen = null;
    (navigator.languages || [navigator.language]).some(function (language) {
      var base = String(language).slice(0, 2).toLowerCase();
      if (known.indexOf(base) < 0) return false;
      chosen = base;
      return true;
    });
  }
  if (chosen) location.replace(chosen + '/');
})();
