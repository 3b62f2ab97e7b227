// The same corpus with Vega itself: node vega.mjs NODE_MODULES CORPUS. To a scene (headless view) and to a picture: PNG where the package canvas is
// installed, else SVG, which is less work.
import fs from 'node:fs';
import path from 'node:path';
import {createRequire} from 'node:module';
import {pathToFileURL} from 'node:url';

const [, , modules, corpus] = process.argv;
const require = createRequire(path.join(modules, 'x.js'));
const load = name => import(pathToFileURL(require.resolve(name)));
const {default: _, ...vega} = await load('vega'), vl = await load('vega-lite');
let canvas = true;
try { require.resolve('canvas'); } catch { canvas = false; }
const quiet = {level() { return this; }, error() { return this; }, warn() { return this; }, info() { return this; }, debug() { return this; }};
const files = fs.readdirSync(path.join(corpus, 'specs')).filter(name => name.endsWith('.vl.json'));

async function run(file, paint) {
  const spec = JSON.parse(fs.readFileSync(path.join(corpus, 'specs', file)));
  const loader = vega.loader();
  loader.load = async url => fs.readFileSync(path.join(corpus, url), 'utf8');
  const view = new vega.View(vega.parse(vl.compile(spec, {logger: quiet}).spec), {loader, renderer: 'none', logger: quiet});
  await view.runAsync();
  if (paint) await (canvas ? view.toCanvas().then(c => c.toBuffer()) : view.toSVG());
  view.finalize();
}

for (const paint of [false, true]) {
  const times = [];
  for (const file of files) {
    try {
      await run(file, paint);
      const start = process.cpuUsage(); // of the processor, all threads
      await run(file, paint);
      const {user, system} = process.cpuUsage(start);
      times.push((user + system) / 1000);
    } catch { /* what Vega cannot draw here is left out */ }
  }
  times.sort((a, b) => a - b);
  const middle = times[times.length >> 1], sum = times.reduce((a, b) => a + b, 0);
  console.log(`${(paint ? canvas ? 'PNG' : 'SVG' : 'scene').padEnd(8)} ${times.length} specifications, the median one ${middle.toFixed(3)} ms = ` +
    `${(1000 / middle).toFixed(0)} a second; all of them ${(1000 * times.length / sum).toFixed(0)} a second`);
}
