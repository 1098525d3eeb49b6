// Run within the page of `mutations`: its feed changes all the time, yet is always as long as before.

/**
 * Changes the feed as fast as the page lets a task follow a task, for `ms` milliseconds: a paragraph in, the oldest out.
 * Gives the insertions per second.
 */
export function flood(texts, ms) {
  const feed = document.querySelector("#feed");
  const { port1, port2 } = new MessageChannel();
  return new Promise((done) => {
    const start = performance.now();
    let count = 0;
    port1.onmessage = () => {
      const took = performance.now() - start;
      if (took >= ms) {
        port1.close();
        return done((count * 1000) / took);
      }
      const post = document.createElement("p");
      post.textContent = texts[count % texts.length];
      feed.prepend(post);
      feed.lastElementChild.remove();
      count += 1;
      port2.postMessage(null);
    };
    port2.postMessage(null);
  });
}

/**
 * Makes `count` changes of the feed, `perSecond` as near as timers allow: in turns a paragraph in, a text changed and the
 * oldest out. The same changes each time, so that the page is the same in the end.
 */
export function drip(texts, count, perSecond) {
  const feed = document.querySelector("#feed");
  const changes = [
    (text) => {
      const post = document.createElement("p");
      post.textContent = text;
      feed.prepend(post);
    },
    (text) => (feed.children[3].firstChild.data = text),
    () => feed.lastElementChild.remove(),
  ];
  return new Promise((done) => {
    const start = performance.now();
    let made = 0;
    const timer = setInterval(() => {
      const due = Math.min(count, ((performance.now() - start) * perSecond) / 1000);
      for (; made < due; made += 1) changes[made % 3](texts[made % texts.length]);
      if (made < count) return;
      clearInterval(timer);
      done();
    }, 4);
  });
}
