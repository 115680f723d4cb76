// Runs every check against the mock at the URL given and prints one JSON line a check: {"name", "ok", "detail"}.
import { anthropicChecks } from './anthropic.mjs';
import { aiChecks } from './ai.mjs';
import { geminiChecks } from './gemini.mjs';
import { openaiChecks } from './openai.mjs';

const url = process.argv[2];
const checks = { ...openaiChecks(url), ...anthropicChecks(url), ...aiChecks(url), ...geminiChecks(url) };
for (const [name, check] of Object.entries(checks)) {
  let line = { name, ok: true, detail: '' };
  try {
    await check();
  } catch (error) {
    line = { name, ok: false, detail: String(error?.stack ?? error) };
  }
  console.log(JSON.stringify(line));
}
process.exit(0);
