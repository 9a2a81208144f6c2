import type { FieldFault } from "../../../shared/errors.ts";

/** Kinds that are about one field; the others are about a type. */
const OF_A_FIELD = ["REQUIRES_FIELD", "ROOT_FIELD", "OVERRIDE"];
const NAME = /^[_A-Za-z]\w*$/;

export type GrantInput = {
	kind: string;
	type: string;
	field?: string | null;
	purpose: string;
	consumer: string;
	expiresAt?: string | null;
};

/** What is wrong with a grant that is to be recorded at `now`. */
export function grantFaults(grant: GrantInput, now: Date): FieldFault[] {
	const faults: FieldFault[] = [];
	const fault = (path: string, message: string) => faults.push({ path: `input.${path}`, message });
	if (!NAME.test(grant.type)) fault("type", `"${grant.type}" is not the name of a type`);
	if (grant.field && !NAME.test(grant.field))
		fault("field", `"${grant.field}" is not the name of a field`);
	if (!grant.field && OF_A_FIELD.includes(grant.kind))
		fault("field", `is missing; a grant of kind ${grant.kind} is about one field`);
	if (grant.kind === "ROOT_FIELD" && !["Query", "Mutation"].includes(grant.type))
		fault("type", "must be Query or Mutation for a ROOT_FIELD");
	if (grant.purpose.trim().length < 10)
		fault("purpose", "is shorter than 10 characters; say what it is used for");
	if (grant.consumer.trim() === "") fault("consumer", "is empty; say who uses it");
	if (grant.expiresAt) {
		const time = Date.parse(grant.expiresAt);
		if (Number.isNaN(time) || !/^\d{4}-\d\d-\d\d/.test(grant.expiresAt))
			fault("expiresAt", `"${grant.expiresAt}" is not an ISO 8601 time`);
		else if (time <= now.getTime()) fault("expiresAt", "has passed");
	}
	return faults;
}

/** Whether a recorded grant covers a use. A grant without a field covers all fields of its type. */
export function covers(
	grant: { kind: string; type: string; field: string | null },
	use: { kind: string; type: string; field: string | null },
): boolean {
	return (
		grant.kind === use.kind &&
		grant.type === use.type &&
		(grant.field === null || grant.field === use.field)
	);
}
