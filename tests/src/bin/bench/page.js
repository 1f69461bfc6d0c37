// Measures inside the page. Everything happens between the page's own frames, so what is compared went through
// the same window, driver and display.
(() => {
  if (window.bench) return;
  const nextFrame = window.requestAnimationFrame.bind(window);

  /** Milliseconds between the frames in which `each` was called, without the first ones. */
  const frames = (count, each) =>
    new Promise((done) => {
      const warm = 12;
      const deltas = [];
      let last = null;
      let turn = 0;
      const tick = (now) => {
        if (last !== null && turn > warm) deltas.push(now - last);
        last = now;
        if (turn === count + warm) {
          done(deltas);
          return;
        }
        each(turn);
        turn += 1;
        nextFrame(tick);
      };
      nextFrame(tick);
    });

  /** Resolves when what is in the page now has been painted. */
  const painted = () =>
    new Promise((done) => {
      nextFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now());
        port2.postMessage(null);
      });
    });

  /** A square that goes to and fro while nobody touches anything. */
  const idle = async (count) => {
    const square = document.createElement('div');
    square.style.cssText =
      'position:fixed;right:8px;bottom:8px;width:32px;height:32px;background:#7c9cff;z-index:9999';
    document.body.append(square);
    const deltas = await frames(count, (turn) => {
      square.style.transform = `translate3d(${-60 + 60 * Math.sin(turn / 11)}px, 0, 0)`;
    });
    square.remove();
    return deltas;
  };

  /** Holds a region and moves the pointer in each frame; then it is as if nothing had been. */
  const drag = async (id, count, reach) => {
    const region = document.querySelector(`[data-region="${id}"]`);
    const { left, top, width, height } = region.getBoundingClientRect();
    const middle = { x: left + width / 2, y: top + height / 2 };
    const send = (type, x, y) =>
      region.dispatchEvent(
        new PointerEvent(type, {
          bubbles: true,
          cancelable: true,
          pointerId: 1,
          pointerType: 'mouse',
          isPrimary: true,
          button: type === 'pointermove' ? -1 : 0,
          buttons: 1,
          clientX: middle.x + x,
          clientY: middle.y + y,
        }),
      );
    const steps = [];
    let step = 0;
    // The page answers a move in the frame after it: that is part of the step.
    window.requestAnimationFrame = (callback) =>
      nextFrame((now) => {
        const begun = performance.now();
        callback(now);
        step += performance.now() - begun;
      });
    const places = new Set();
    send('pointerdown', 0, 0);
    const deltas = await frames(count, (turn) => {
      steps.push(step);
      const begun = performance.now();
      send('pointermove', reach * Math.sin(turn / 11), 0.6 * reach * Math.sin(turn / 7));
      step = performance.now() - begun;
      places.add(region.style.transform);
    });
    send('pointercancel', 0, 0);
    window.requestAnimationFrame = nextFrame;
    return { deltas, steps: steps.slice(12), places: places.size };
  };

  /** Scrolls a box by so many pixels in each frame. */
  const scroll = async (id, by, count) => {
    const box = document.querySelector(`[data-testid="${id}"]`);
    const from = box.scrollTop;
    const deltas = await frames(count, () => {
      box.scrollTop += by;
    });
    return { deltas, way: box.scrollTop - from, height: box.scrollHeight };
  };

  /** From a press to the paint in which `css` is there. */
  const press = async (target, css) => {
    const begun = performance.now();
    target.click();
    for (;;) {
      const at = await painted();
      if (document.querySelector(css)) return at - begun;
      if (at - begun > 10000) return null;
    }
  };

  let strokes = [];
  let struck = null;
  addEventListener('keydown', (event) => { struck = event.timeStamp; }, true);
  addEventListener('input', () => {
    const begun = struck;
    if (begun !== null) painted().then((at) => strokes.push(at - begun));
  }, true);
  /** From each key to its paint, since this was asked last. */
  const keys = () => {
    const all = strokes;
    strokes = [];
    return all;
  };

  window.bench = { idle, drag, scroll, press, painted, keys };
})();
