const dashes = String.raw`\p{Pd}\u2212\u2043\u00ad`;
const spacesAndDashes = new RegExp(String.raw`[\p{White_Space}\p{Cf}${dashes}]+`, 'gu');
/** What separates the topic of a contact reason from the rest: a dash next to a space, or a long dash. */
const separator = new RegExp(
  String.raw`\p{White_Space}[${dashes}]|[${dashes}]\p{White_Space}|[\u2013-\u2015]`,
  'u',
);

/**
 * A contact reason as the desk compares it: without spaces and dashes, and without regard to case and to the width of
 * characters. `Delivery – Late` and `delivery-late` are the same.
 */
export function reasonKey(reason: string): string {
  // Upper case first: it writes `ß` as `SS`, and every sigma as one.
  const folded = reason.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');
  return folded.replaceAll(spacesAndDashes, '') || reason.trim();
}

/** The topic of a contact reason as the desk compares it: the part before its first dash. `delivery` of `Delivery - late`. */
export function topicKey(reason: string): string {
  const topic = reason.normalize('NFKC').split(separator, 1)[0]!;
  return topic.replaceAll(spacesAndDashes, '') === '' ? '' : reasonKey(topic);
}
