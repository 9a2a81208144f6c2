import { badFields, type FieldFault } from "../../../shared/errors.ts";
import { textFault } from "../engagement/rules.ts";

const LONGEST_KEY = 200;
const LONGEST_REASON = 1000;

/** The day it is somewhere on earth already: nobody's today is refused as the future. */
export function latestToday(): string {
	return new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);
}

/** Throws BAD_USER_INPUT with all faults, each under `prefix`. */
export function throwFaults(faults: FieldFault[], prefix = "input"): void {
	if (faults.length === 0) return;
	throw badFields(
		faults.map(({ path, message }) => ({ path: prefix ? `${prefix}.${path}` : path, message })),
	);
}

export function keyFaults(key: string | null | undefined): FieldFault[] {
	const message = typeof key === "string" ? textFault(key, LONGEST_KEY) : undefined;
	return message ? [{ path: "clientMutationId", message }] : [];
}

/** What is wrong with a reason; one that is needed must be given. */
export function reasonFaults(reason: string | null | undefined, needed: boolean): FieldFault[] {
	if (typeof reason !== "string")
		return needed ? [{ path: "reason", message: "is missing; say why" }] : [];
	const message = textFault(reason, LONGEST_REASON);
	return message ? [{ path: "reason", message }] : [];
}
