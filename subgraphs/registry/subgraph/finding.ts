import type { ASTNode } from "graphql";

type Severity = "ERROR" | "WARNING" | "INFO";

/** One thing that a check found: where, which rule, why it matters and how to remedy it. An ERROR stops publishing. */
export type Finding = {
	severity: Severity;
	/** OWNERSHIP_FIELD, COMPOSITION, PROBE_TIME … */
	rule: string;
	/** "Sme.credentials", a type, or a part of the check. */
	place: string;
	/** Line of the schema, 1 and up. */
	line: number | null;
	message: string;
	remedy: string;
};

/** Most findings that a report lists; a hostile schema makes thousands. */
const MOST = 200;

export function lineOf(node: ASTNode | undefined): number | null {
	return node?.loc?.startToken.line ?? null;
}

/** Errors first, without duplicates, limited in number and length. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
	const weight = { ERROR: 0, WARNING: 1, INFO: 2 };
	const seen = new Set<string>();
	const once = findings.filter(({ rule, place, message }) => {
		const key = `${rule} ${place} ${message}`;
		return !seen.has(key) && seen.add(key);
	});
	once.sort((one, other) => weight[one.severity] - weight[other.severity]);
	if (once.length <= MOST) return once.map(bounded);
	return [
		...once.slice(0, MOST - 1).map(bounded),
		{
			severity: once[MOST - 1]?.severity ?? "INFO",
			rule: "TOO_MANY",
			place: "schema",
			line: null,
			message: `${once.length - MOST + 1} more findings are not listed`,
			remedy: "Fix those above and check again.",
		},
	];
}

/** A hostile schema may have names of a megabyte. */
function bounded(finding: Finding): Finding {
	return {
		...finding,
		place: finding.place.slice(0, 200),
		message: finding.message.slice(0, 1000),
		remedy: finding.remedy.slice(0, 1000),
	};
}

export function passes(findings: readonly Finding[]): boolean {
	return findings.every(({ severity }) => severity !== "ERROR");
}
