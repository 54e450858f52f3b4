// What every page does: times are shown in the reader's own zone.

const moments = new Intl.DateTimeFormat(document.documentElement.lang, {dateStyle: 'medium', timeStyle: 'short'});

/** moment writes a time (ISO 8601) for the reader. */
export function moment(iso) {
  return moments.format(new Date(iso));
}

for (const time of document.querySelectorAll('time[datetime]')) {
  time.textContent = moment(time.dateTime);
}
