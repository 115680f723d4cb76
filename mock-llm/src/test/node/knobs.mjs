// The mock's knobs as request headers, and what its control plane tells.
import assert from 'node:assert/strict';

export const TOKENS = 40;

export function headers(more = {}) {
  return { 'X-Streamux-Seed': '7', 'X-Streamux-Tokens': String(TOKENS), ...more };
}

export const fault = (text) => headers({ 'X-Streamux-Fault': text });

export const weather = {
  type: 'object',
  properties: { city: { type: 'string' }, days: { type: 'integer', minimum: 1, maximum: 9 } },
  required: ['city', 'days'],
};

/** Throws unless the arguments fit the schema above. */
export function checkWeather(args) {
  if (typeof args.city !== 'string' || !Number.isInteger(args.days) || args.days < 1 || args.days > 9) {
    throw new Error(`arguments do not fit: ${JSON.stringify(args)}`);
  }
}

// Headers of an answer whose next token is a minute away, so that nothing is written while its client leaves.
export function slow(id) {
  return headers({ 'X-Streamux-Id': id, 'X-Streamux-Itl-Ms': '60000' });
}

// Now, on the mock's clock: both processes share the one under System.nanoTime.
async function mockClock(url) {
  const { originNanoTime } = await (await fetch(`${url}/_mock/clock`)).json();
  return () => Number(process.hrtime.bigint() - BigInt(originNanoTime));
}

// Leaves up to five times; the mock must have noticed within 100 ms at least once, since a starved machine may be slow.
export async function noticedAtOnce(url, name, leave) {
  const now = await mockClock(url);
  let best = Infinity;
  for (let attempt = 0; attempt < 5 && best > 100e6; attempt++) {
    const id = `${name}-${attempt}`;
    await leave(id);
    const left = now();
    let lines = '';
    for (const end = performance.now() + 20_000; !lines && performance.now() < end;) {
      lines = await (await fetch(`${url}/_mock/emissions?id=${id}`)).text();
    }
    const emission = JSON.parse(lines.trim().split('\n').at(-1));
    assert.equal(emission.outcome, 'cancelled');
    best = Math.min(best, emission.endNanos - left);
  }
  assert.ok(best <= 100e6, `noticed after ${best / 1e6} ms`);
}
