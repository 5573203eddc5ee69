// Takes in the documents of a folder, puts its asks, and prints what it took.
import fs from 'node:fs';
import readline from 'node:readline';
import MiniSearch from 'minisearch';

const [folder] = process.argv.slice(2);
const bestDocuments = 300, bestPeople = 10, tries = 3, longestWarmUp = 4_000, longestRun = 25_000;
const cpu = () => { const used = process.cpuUsage(); return (used.user + used.system) / 1000; };

const began = cpu();
const index = new MiniSearch({ fields: ['text'], storeFields: [], tokenize: text => text.split(' '), processTerm: term => term });
const people = [];
for await (const line of readline.createInterface({ input: fs.createReadStream(`${folder}/documents.txt`) })) {
  const tab = line.indexOf('\t');
  index.add({ id: people.length, text: line.slice(tab + 1) });
  people.push(Number(line.slice(0, tab)));
}
const built = cpu() - began;

function find(ask) {
  const sums = new Map();
  for (const hit of index.search(ask, { combineWith: 'OR', bm25: { k: 1.2, b: 0.6, d: 0 } }).slice(0, bestDocuments))
    sums.set(people[hit.id], (sums.get(people[hit.id]) ?? 0) + hit.score);
  return [...sums].sort((a, b) => b[1] - a[1]).slice(0, bestPeople).map(([person]) => person);
}

const asks = fs.readFileSync(`${folder}/asks.txt`, 'utf8').split('\n').filter(ask => ask);
const warm = performance.now();
for (const ask of [...asks, ...asks, ...asks]) {
  if (performance.now() - warm > longestWarmUp) break;
  find(ask);
}
const times = [], best = [], start = performance.now(), used = cpu();
let put = 0;
for (const ask of asks) {
  if (performance.now() - start > longestRun) break;
  let quickest = Infinity;
  for (let attempt = 0; attempt < tries; attempt++, put++) {
    const watch = performance.now();
    find(ask);
    quickest = Math.min(quickest, performance.now() - watch);
  }
  times.push(quickest);
}
const spent = (cpu() - used) / put;
for (const ask of asks.slice(0, Math.min(times.length, 100))) best.push(find(ask));
times.sort((a, b) => a - b);
console.log(JSON.stringify({
  buildSeconds: built / 1000, cpu: spent, p50: times[Math.floor(times.length / 2)], p99: times[Math.floor(times.length * 0.99)],
  megabytes: process.memoryUsage().rss / 1e6, asks: times.length, best,
}));
