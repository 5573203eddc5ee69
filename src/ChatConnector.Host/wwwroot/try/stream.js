// What happens elsewhere arrives here. A window that lost its connection asks for what it missed.

const first = 500, longest = 8000;

/**
 * Listens until the page goes away.
 * @param of the organization this window shows
 * @param after the number of the last change this window knows
 * @param on called with the kind of a change and what it holds
 * @param state called with true when connected and false when not
 */
export function listen(me, of, after, on, state) {
  let wait = first;

  const open = () => {
    const source = new EventSource(`/try/stream?${new URLSearchParams({ as: me, of, after })}`);
    source.onopen = () => {
      wait = first;
      state(true);
    };
    for (const kind of ['line', 'talk', 'person', 'home', 'read', 'clock', 'over']) {
      source.addEventListener(kind, event => {
        if (event.lastEventId) after = event.lastEventId;
        on(kind, JSON.parse(event.data));
      });
    }
    source.onerror = () => {
      state(false);
      // The browser tries again by itself after a lost connection, but gives up when the host answers with an error.
      if (source.readyState !== EventSource.CLOSED) return;
      setTimeout(open, wait);
      wait = Math.min(wait * 2, longest);
    };
    window.addEventListener('pagehide', () => source.close(), { once: true });
  };

  open();
}
