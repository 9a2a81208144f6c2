import type { Words } from "../../words/use-words.ts";
import type { Fault } from "./draft.ts";

/** What is wrong with a field: seen here, or told by the hub. */
export function faultText(
	t: Words,
	field: Fault["field"],
	faults: readonly Fault[],
	refused: ReadonlyMap<string, string>,
): string | undefined {
	const fault = faults.find((one) => one.field === field);
	if (!fault) return refused.get(field);
	if (fault.problem === "MISSING")
		return field === "smeId" || field === "covers" || field === "claims"
			? t(`outcomes.missing.${field}`)
			: t("outcomes.missing.date");
	return t(`outcomes.fault.${fault.problem}`);
}
