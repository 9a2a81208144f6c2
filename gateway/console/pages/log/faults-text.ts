import type { Fault } from "../../offline/faults.ts";
import type { FieldName } from "../../offline/fields.ts";
import { fieldName } from "../../parts/visit.ts";
import type { Words } from "../../words/use-words.ts";

/** What is wrong with a field: what this device sees, or else what the hub said and nothing was typed there since. */
export function faultText(
	t: Words,
	name: FieldName | "smeId",
	faults: readonly Fault[],
	refused: ReadonlyMap<string, string>,
): string | undefined {
	const fault = faults.find(({ field }) => field === name);
	if (fault) return t(`log.fault.${fault.problem}`, { field: fieldName(t, name) });
	const said = refused.get(name);
	return said === undefined ? undefined : t("log.refused-field", { message: said });
}
