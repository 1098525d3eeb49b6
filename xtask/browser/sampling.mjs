// How long an extension's scripts run on a page's thread, as Chromium's own profiler sees it from outside.

/** Microseconds between two samples. */
const INTERVAL = 500;

/** Milliseconds for which the profiler may lose sight of a script that goes on. */
const LOST = 5;

/**
 * Does `action` while the profiler samples the page's thread. Gives the milliseconds in which a script of the extension
 * at `address` ran, or what it had called, and the longest stretch of them without a break.
 */
export async function sampled(page, address, action) {
  const driver = await page.createCDPSession();
  await driver.send("Profiler.enable");
  await driver.send("Profiler.setSamplingInterval", { interval: INTERVAL });
  await driver.send("Profiler.start");
  await action();
  const { profile } = await driver.send("Profiler.stop");
  await driver.detach();
  return stretches(profile, address);
}

function stretches({ nodes, samples, timeDeltas }, address) {
  const ours = within(nodes, ({ url }) => url.startsWith(address));
  // Rubbish that is collected meanwhile belongs to the stretch that it interrupts.
  const collecting = within(nodes, ({ functionName }) => functionName === "(garbage collector)");
  const unknown = within(nodes, ({ functionName }) => functionName === "(program)");
  let [all, longest, stretch, gap] = [0, 0, 0, 0];
  samples.forEach((node, index) => {
    // A delta tells how long ago the sample before it was taken.
    const ms = (timeDeltas[index + 1] ?? 0) / 1000;
    if (ours.has(node) || (stretch && collecting.has(node))) {
      all += gap + ms;
      stretch += gap + ms;
      gap = 0;
      longest = Math.max(longest, stretch);
    } else if (stretch && unknown.has(node) && gap + ms <= LOST) gap += ms;
    else stretch = gap = 0;
  });
  return { main_thread_ms: all, longest_task_ms: longest };
}

/** The ids of all nodes whose frame is such, and of those below them. */
function within(nodes, such) {
  const found = new Set();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const take = (node) => {
    found.add(node.id);
    node.children?.forEach((id) => take(byId.get(id)));
  };
  nodes.filter(({ callFrame }) => such(callFrame)).forEach(take);
  return found;
}
