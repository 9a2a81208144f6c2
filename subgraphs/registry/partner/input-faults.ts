import { badFields, type FieldFault } from "../../../shared/errors.ts";

/** Throws BAD_USER_INPUT with every fault, at its path in `input`. */
export function throwFaults(faults: FieldFault[]): void {
	if (faults.length > 0)
		throw badFields(faults.map(({ path, message }) => ({ path: `input.${path}`, message })));
}

export function nameFaults(name: string): FieldFault[] {
	if (name.trim() !== "" && name.length <= 200) return [];
	return [{ path: "name", message: "must have 1 to 200 characters" }];
}
