import type { Institute } from "./use-institutes.ts";

/** What is typed into the form. */
export type Typed = {
	sme: { id: string; name: string } | null;
	instituteId: string;
	tierId: string;
	startsOn: string;
	endsOn: string;
	note: string;
};

export const EMPTY: Typed = {
	sme: null,
	instituteId: "",
	tierId: "",
	startsOn: "",
	endsOn: "",
	note: "",
};

type Missing = "smeId" | "instituteId" | "tierId";

/** What must be chosen before it can be sent, in the order of the form. */
export function missingIn(typed: Typed, institute: Institute | undefined): Missing[] {
	const missing: Missing[] = [];
	if (!typed.sme) missing.push("smeId");
	if (!typed.instituteId) missing.push("instituteId");
	if (institute && institute.tiers.length > 0 && !typed.tierId) missing.push("tierId");
	return missing;
}

/** The input of the mutation; what is empty is left out. */
export function inputOf({ sme, instituteId, ...rest }: Typed) {
	const given = Object.entries(rest).flatMap(([name, value]) =>
		value.trim() === "" ? [] : [[name, value.trim()]],
	);
	return { smeId: sme?.id ?? "", instituteId, ...Object.fromEntries(given) };
}
