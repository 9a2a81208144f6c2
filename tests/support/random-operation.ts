import fc, { type GeneratorValue } from "fast-check";
import {
	type GraphQLCompositeType,
	type GraphQLSchema,
	getNamedType,
	isAbstractType,
	isCompositeType,
	isInterfaceType,
	isObjectType,
} from "graphql";

/** A selection whose fields have their own names; `shown` settles a condition. */
export type Selection =
	| {
			kind: "field";
			name: string;
			arguments: string;
			below: Selection[];
			shown?: boolean;
			twice: boolean;
	  }
	| { kind: "fragment"; on: string; below: Selection[] };

/** Fields whose arguments the operation chooses, each once, so that all its uses merge. */
const ARGUMENTS: Record<string, string[]> = {
	sme: ['(id: "a")', '(id: "b")', '(id: "c")', '(id: "none")'],
	engagements: ["", "(first: 0)", "(first: 1)", "(first: 3)"],
};
/** Not asked: the registry's, and what a schema tells of itself. */
const LEFT = new Set(["partners"]);
const DEPTH = 4;

/** An operation at random. Each set has a field without a condition, so that none is empty. */
export function randomSelections(gen: GeneratorValue, schema: GraphQLSchema): Selection[] {
	const argumentsOf = new Map(
		Object.entries(ARGUMENTS).map(([name, all]) => [name, gen(fc.constantFrom, ...all)]),
	);

	function fieldsOf(type: GraphQLCompositeType, depth: number): Selection[] {
		const named = isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
		const usable = Object.values(named).filter(
			({ name, type: of }) =>
				!LEFT.has(name) && (depth < DEPTH || !isCompositeType(getNamedType(of))),
		);
		const names = usable.map(({ name }) => name);
		const chosen = gen(fc.subarray, names, { maxLength: Math.min(5, names.length) });
		return chosen.flatMap((name): Selection[] => {
			const of = named[name]?.type;
			if (!of) return [];
			const inner = getNamedType(of);
			return [
				{
					kind: "field",
					name,
					arguments: argumentsOf.get(name) ?? "",
					below: isCompositeType(inner) ? selectionsOf(inner, depth + 1) : [],
					shown: gen(fc.constantFrom, undefined, undefined, true, false),
					twice: gen(fc.integer, { min: 0, max: 5 }) === 0,
				},
			];
		});
	}

	function selectionsOf(type: GraphQLCompositeType, depth: number): Selection[] {
		const selections = fieldsOf(type, depth);
		const narrower = isAbstractType(type)
			? schema.getPossibleTypes(type)
			: isObjectType(type)
				? type.getInterfaces()
				: [];
		const chosen = gen(
			fc.subarray,
			narrower.map(({ name }) => name),
		);
		for (const one of narrower)
			if (depth < DEPTH && chosen.includes(one.name))
				selections.push({ kind: "fragment", on: one.name, below: selectionsOf(one, depth + 1) });
		const isKept = selections.some((one) => one.kind === "field" && one.shown === undefined);
		if (!isKept)
			selections.push({
				kind: "field",
				name: "__typename",
				arguments: "",
				below: [],
				twice: false,
			});
		return selections;
	}

	const query = schema.getQueryType();
	if (!query) throw new Error("There is nothing to ask");
	return selectionsOf(query, 0);
}

/** Response names by field names; `second` are those of fields that are asked twice. */
export type Aliases = { first: Map<string, string>; second: Map<string, string> };

/** Names that mean something to the hub, its planner or JavaScript. */
const MEANT = [
	"__typename",
	"hubKey_id",
	"hubKey_state",
	"hubType1_label",
	"_hub0",
	"_hub1",
	"_hub_nothing",
	"_entities",
	"label__alias_0",
	"__proto__",
	"constructor",
	"toString",
];

/** A name of its own for each field: another field's, one that means something, its own, or any. */
export function randomAliases(gen: GeneratorValue, fields: readonly string[]): Aliases {
	const all = [...fields, "__typename"];
	const kept = new Set(gen(fc.subarray, all));
	const others = all.filter((name) => !kept.has(name));
	const pool = [...new Set([...others, ...MEANT, ...all.map((name) => `x_${name}`)])].filter(
		(name) => !kept.has(name),
	);
	const shuffled = gen(fc.shuffledSubarray, pool, { minLength: pool.length });
	const first = new Map(
		all.map((name) => [name, kept.has(name) ? name : (shuffled.pop() ?? `y_${name}`)]),
	);
	return { first, second: new Map(all.map((name) => [name, shuffled.pop() ?? `z_${name}`])) };
}

/** The operation as its fields are called. What is left out is not written. */
export function plainText(selections: Selection[]): string {
	const parts = selections.flatMap((one): string[] => {
		if (one.kind === "fragment") return [`... on ${one.on} ${plainText(one.below)}`];
		if (one.shown === false) return [];
		return [`${one.name}${one.arguments}${one.below.length > 0 ? ` ${plainText(one.below)}` : ""}`];
	});
	return `{ ${parts.join(" ")} }`;
}

/** Conditions that hold, or do not, with `{ yes: true, no: false }`. */
const CONDITIONS: Record<string, string[]> = {
	true: ["@include(if: true)", "@include(if: $yes)", "@skip(if: $no)", "@skip(if: $off)"],
	false: ["@include(if: false)", "@include(if: $no)", "@skip(if: $yes)", "@include(if: $off)"],
};
const VARIABLES = { yes: "Boolean!", no: "Boolean!", off: "Boolean = false" };

/** A query with the definitions of the variables that it uses. */
export function queryOf(text: string): string {
	const used = Object.entries(VARIABLES).filter(([name]) => text.includes(`$${name})`));
	const definitions = used.map(([name, type]) => `$${name}: ${type}`).join(", ");
	return `query${definitions && `(${definitions})`} ${text}`;
}

/** The same operation with other response names and with its conditions written. */
export function aliasedText(
	gen: GeneratorValue,
	selections: Selection[],
	aliases: Aliases,
): string {
	const parts = selections.flatMap((one): string[] => {
		if (one.kind === "fragment")
			return [`... on ${one.on} ${aliasedText(gen, one.below, aliases)}`];
		const condition =
			one.shown === undefined
				? ""
				: ` ${gen(fc.constantFrom, ...(CONDITIONS[String(one.shown)] ?? []))}`;
		const below = one.below.length > 0 ? ` ${aliasedText(gen, one.below, aliases)}` : "";
		const field = `${one.name}${one.arguments}${condition}${below}`;
		const written = [`${aliases.first.get(one.name)}: ${field}`];
		if (one.twice) written.push(`${aliases.second.get(one.name)}: ${field}`);
		return written;
	});
	return `{ ${parts.join(" ")} }`;
}
