import type { RecordType } from "../../parts/addresses.ts";
import type { Dimension, Value } from "./stored-table.ts";

/** The record that a value of a table's dimension stands for: a center (in a state) or an institute. */
export function recordOf(dimension: Dimension, value: Value): RecordType | undefined {
	if (dimension.id === "center" && value.parent !== null && value.parent !== "all")
		return "MepCenter";
	if (dimension.id === "institute" && value.parent === "all" && value.id !== "none")
		return "Institute";
	return undefined;
}
