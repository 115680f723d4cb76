// The mock's knobs as request headers.
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
