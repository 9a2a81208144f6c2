import { CommandFailure, EXIT } from "./failure.ts";

type Finding = {
	severity: string;
	rule: string;
	place: string;
	line: number | null;
	message: string;
	remedy: string;
};

export type Report = { passed: boolean; findings: Finding[] };

/** The fields of a CheckReport that are printed. */
export const REPORT = "passed findings { severity rule place line message remedy }";

function plural(count: number, word: string): string {
	return `${count} ${word}${count === 1 ? "" : "s"}`;
}

/** Prints the findings of a check as text. */
export function printFindings(findings: readonly Finding[]): void {
	for (const { severity, rule, place, line, message, remedy } of findings) {
		console.log(`${severity} ${rule} ${place}${line ? ` (line ${line})` : ""}`);
		console.log(`  why:  ${message}`);
		if (severity !== "INFO") console.log(`  fix:  ${remedy}`);
	}
}

/** Prints a report as text, or as JSON with the fields of `more`. Throws if it did not pass, so that CI stops. */
export function printReport(report: Report, json: boolean, more: object = {}): void {
	const { passed, findings } = report;
	if (json) console.log(JSON.stringify({ passed, findings, ...more }, null, 2));
	else printFindings(findings);
	if (passed) return;
	const errors = findings.filter(({ severity }) => severity === "ERROR").length;
	throw new CommandFailure(
		`Rejected: ${plural(errors, "error")}. Nothing was changed.`,
		EXIT.refused,
	);
}
