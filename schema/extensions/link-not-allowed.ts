import { type ConstDirectiveNode, valueFromASTUntyped } from 'graphql';
import { directivesIn, type ExtensionRule } from './extension.ts';

/** A directive under another name, or from another specification, would be seen by no rule. */
export const linkNotAllowed: ExtensionRule = {
  code: 'LINK_NOT_ALLOWED',
  says: 'Import only "@key", from https://specs.apollo.dev/federation/v2.3 or a later version 2, under its own name.',
  find: (extension) =>
    directivesIn(extension).flatMap(({ node, place }) =>
      node.name.value === 'link' && !isPlain(node) ? [place] : [],
    ),
};

const FEDERATION = /^https:\/\/specs\.apollo\.dev\/federation\/v2\.\d{1,2}$/;

function isPlain(node: ConstDirectiveNode): boolean {
  const given = Object.fromEntries(
    (node.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]),
  );
  const { url, import: imports = [], ...others } = given;
  return (
    Object.keys(others).length === 0 &&
    FEDERATION.test(String(url)) &&
    Array.isArray(imports) &&
    imports.every((each) => each === '@key')
  );
}
