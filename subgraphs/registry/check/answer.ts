import type { Shape } from "./check-input.ts";

/** Largest whole number that GraphQL's Int holds. */
const INT = 2 ** 31;

const SCALARS: Record<string, (value: unknown) => boolean> = {
	ID: (value) => typeof value === "string" || Number.isInteger(value),
	String: (value) => typeof value === "string",
	Boolean: (value) => typeof value === "boolean",
	Float: (value) => typeof value === "number",
	Int: (value) => Number.isInteger(value) && Math.abs(value as number) <= INT,
};

function describe(value: unknown): string {
	return (JSON.stringify(value) ?? "nothing").slice(0, 60);
}

function valueFault(value: unknown, { field, of }: Shape): string | undefined {
	if ("fields" in of) {
		if (value === null || typeof value !== "object" || Array.isArray(value))
			return `${field} is ${describe(value)}, expected an object`;
		return answerFault(value as Record<string, unknown>, of.fields, `${field}.`);
	}
	if ("values" in of)
		return of.values.includes(value as string)
			? undefined
			: `${field} is ${describe(value)}, expected one of ${of.values.slice(0, 10).join(", ")}`;
	const isRight = SCALARS[of.scalar];
	if (!isRight || isRight(value)) return undefined;
	return `${field} is ${describe(value)}, expected ${of.scalar}`;
}

/** Why a value does not have a type such as "[String!]", or undefined. */
function typeFault(value: unknown, type: string, shape: Shape): string | undefined {
	if (value === null || value === undefined)
		return type.endsWith("!") ? `${shape.field} is null, expected ${type}` : undefined;
	const inner = type.replace(/!$/, "");
	if (!inner.startsWith("[")) return valueFault(value, shape);
	if (!Array.isArray(value)) return `${shape.field} is ${describe(value)}, expected a list`;
	for (const item of value) {
		const fault = typeFault(item, inner.slice(1, -1), shape);
		if (fault) return fault;
	}
	return undefined;
}

/** The first field of an answer that does not have its type, or undefined. */
export function answerFault(
	answer: Record<string, unknown>,
	shapes: readonly Shape[],
	above = "",
): string | undefined {
	for (const shape of shapes) {
		const fault = typeFault(answer[shape.field], shape.type, shape);
		if (fault) return above + fault;
	}
	return undefined;
}
