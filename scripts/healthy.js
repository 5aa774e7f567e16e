// `node scripts/healthy.js ADDRESS`: exit code 0 where that address answers that all is well. Containers ask it of themselves.
const isWell = await fetch(process.argv[2]).then(
  (answer) => answer.ok,
  () => false,
);
process.exitCode = isWell ? 0 : 1;
