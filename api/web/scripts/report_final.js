// A final report is read, downloaded and printed.

document.getElementById('print').addEventListener('click', () => print());
