import { faultOf, naics } from "../../../shared/formats.ts";

/** NAICS sectors that span several two-digit codes bear the first and the last of them. */
const WIDE: Record<string, string[]> = {
	"31-33": ["31", "32", "33"],
	"44-45": ["44", "45"],
	"48-49": ["48", "49"],
};

/** SQL for the sector of a NAICS code, "54" or "31-33"; null where there is no code. */
export function sectorOf(column: string): string {
	const whens = Object.entries(WIDE).map(
		([sector, codes]) =>
			`WHEN substr(${column}, 1, 2) IN (${codes.map((code) => `'${code}'`).join(",")}) THEN '${sector}'`,
	);
	return `CASE ${whens.join(" ")} ELSE substr(${column}, 1, 2) END`;
}

/** The same for a code that was read. */
export function sectorOfCode(code: string): string {
	const start = code.slice(0, 2);
	return Object.entries(WIDE).find(([, codes]) => codes.includes(start))?.[0] ?? start;
}

/** Whether `text` is a sector as totals show it: "54" or "31-33", but not "31" alone. */
export function isSector(text: string): boolean {
	if (Object.hasOwn(WIDE, text)) return true;
	return /^\d{2}$/.test(text) && !Object.values(WIDE).some((codes) => codes.includes(text));
}

/** Whether codes can begin with `text`: two to six digits, or a sector that spans several codes. */
export function isNaicsPrefix(text: string): boolean {
	return faultOf(naics, text) === undefined || Object.hasOwn(WIDE, text);
}

/** Codes that begin with a prefix or a sector, as text: from the first given here up to before the second. */
export function naicsRange(prefix: string): [from: string, below: string] {
	const [from = prefix, to = from] = prefix.split("-");
	// The colon follows the nine, so that every longer code of the last prefix comes before it.
	return [from, `${to}:`];
}
