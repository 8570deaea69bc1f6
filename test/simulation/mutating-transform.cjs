// Jest's usual transform, after one rule was taken out of the source. See mutants.mjs.
const { createHash } = require('node:crypto');
const { createTransformer } = require('@swc/jest');

/** @param {{ mutant: { name: string, edits: { file: string, from: string, to: string }[] }, swc: object }} options */
exports.createTransformer = ({ mutant, swc }) => {
  const compiler = createTransformer(swc);
  return {
    canInstrument: false,
    getCacheKey: (source, file, options) =>
      createHash('sha256')
        .update(compiler.getCacheKey(source, file, options))
        .update(mutated(source, file, mutant))
        .digest('hex'),
    process: (source, file, options) => compiler.process(mutated(source, file, mutant), file, options),
    processAsync: (source, file, options) =>
      compiler.processAsync(mutated(source, file, mutant), file, options),
  };
};

function mutated(source, file, { name, edits }) {
  return edits
    .filter((edit) => file.endsWith(edit.file))
    .reduce((text, { from, to }) => {
      if (text.split(from).length !== 2)
        throw new Error(`The mutant "${name}" does not fit ${file} any more.`);
      return text.replace(from, () => to);
    }, source);
}
