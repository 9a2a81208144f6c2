/** A plan's path to objects: names of fields, and "@" for each element of a list. */
export type PlanPath = readonly string[];

type Fields = Record<string, unknown>;
/** An object's path in the answer. */
export type AnswerPath = Array<string | number>;

/** Collects the objects at a path, in the order of the lists that it passes; nulls are passed over. */
export function objectsAt(root: Fields, path: PlanPath): Fields[] {
	const found: Fields[] = [];
	function walk(value: unknown, at: number): void {
		if (value === null || typeof value !== "object") return;
		const step = path[at];
		if (step === "@") {
			if (Array.isArray(value)) for (const element of value) walk(element, at + 1);
		} else if (Array.isArray(value)) return;
		else if (step === undefined) found.push(value as Fields);
		else if (Object.hasOwn(value, step)) walk((value as Fields)[step], at + 1);
	}
	walk(root, 0);
	return found;
}

/** The path in the answer of each object that `objectsAt` finds. */
export function pathsAt(root: Fields, path: PlanPath): AnswerPath[] {
	const found: AnswerPath[] = [];
	function walk(value: unknown, at: number, here: AnswerPath): void {
		if (value === null || typeof value !== "object") return;
		const step = path[at];
		if (step === "@") {
			if (Array.isArray(value))
				value.forEach((element, index) => {
					walk(element, at + 1, [...here, index]);
				});
		} else if (Array.isArray(value)) return;
		else if (step === undefined) found.push(here);
		else if (Object.hasOwn(value, step)) walk((value as Fields)[step], at + 1, [...here, step]);
	}
	walk(root, 0, []);
	return found;
}
