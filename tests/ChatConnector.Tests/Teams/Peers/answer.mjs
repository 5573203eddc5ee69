/** Reads one JSON value from stdin and writes what is made of it to stdout. */
export async function answer(make) {
  let text = '';
  for await (const chunk of process.stdin) text += chunk;
  process.stdout.write(JSON.stringify(await make(JSON.parse(text))), () => process.exit());
}
