import {
	type GraphQLArgument,
	type GraphQLCompositeType,
	type GraphQLField,
	type GraphQLInputType,
	type GraphQLSchema,
	getNamedType,
	isAbstractType,
	isCompositeType,
	isEnumType,
	isInputObjectType,
	isInterfaceType,
	isListType,
	isNonNullType,
	isObjectType,
	isRequiredArgument,
	isRequiredInputField,
	parse,
	print,
	validate,
} from "graphql";
import type { Choice, Choices } from "./choices.ts";
import type { Asked } from "./executing.ts";
import { pick } from "./hash.ts";

const NAMES = [
	"__proto__",
	"constructor",
	"toString",
	"id",
	"name",
	"title",
	"key",
	"price",
	"_hub0",
	"_entities",
	"x",
	"y",
];
const CONDITIONS = [
	"@include(if: true)",
	"@skip(if: false)",
	"@include(if: $yes)",
	"@skip(if: $no)",
	"@include(if: $off)",
	"@skip(if: $on)",
	"@include(if: false)",
	"@skip(if: true)",
	"@include(if: $no) @skip(if: $yes)",
];
const CONDITION_VARIABLES = {
	yes: "Boolean!",
	no: "Boolean!",
	off: "Boolean = false",
	on: "Boolean = true",
};

/** Values of scalars, chosen by a number. */
export type ScalarValue = (type: string, argument: string, number: number) => unknown;

const scalarValue: ScalarValue = (type, _, number) => {
	switch (type) {
		case "Int":
			return number % 5;
		case "Float":
			return number / 4;
		case "Boolean":
			return number % 2 === 0;
		case "ID":
		case "String":
			return pick(["a", "b", "", "EUR", '"', "é"], number);
		default:
			return pick([{ a: [1, { b: null }] }, [1], "text", 0, false], number);
	}
};

/** A value as GraphQL writes it. */
function written(value: unknown, isEnum: (text: string) => boolean): string {
	if (Array.isArray(value)) return `[${value.map((one) => written(one, isEnum)).join(", ")}]`;
	if (value !== null && typeof value === "object")
		return `{${Object.entries(value)
			.map(([name, inner]) => `${name}: ${written(inner, isEnum)}`)
			.join(", ")}}`;
	return typeof value === "string" && isEnum(value) ? value : JSON.stringify(value);
}

/** Makes a valid operation of choices; undefined where the choices contradict each other. */
export function operationOf(
	schema: GraphQLSchema,
	{ kind, fields, others, isPlain }: Choices,
	scalar: ScalarValue = scalarValue,
	isAsked: (field: GraphQLField<unknown, unknown>, depth: number) => boolean = () => true,
): Asked | undefined {
	const fragments: string[] = [];
	const variables: Record<string, unknown> = {};
	const definitions: string[] = [];
	const enums = new Set(
		Object.values(schema.getTypeMap()).flatMap((type) =>
			isEnumType(type) ? type.getValues().map(({ name }) => name) : [],
		),
	);

	function valueFor(type: GraphQLInputType, name: string, next: () => number, depth = 0): unknown {
		if (isNonNullType(type)) {
			const value = valueFor(type.ofType, name, next, depth);
			return value ?? valueFor(type.ofType, name, () => 1, depth);
		}
		const number = next();
		if (number % 11 === 0) return null;
		if (isListType(type))
			return Array.from({ length: number % 3 }, () => valueFor(type.ofType, name, next, depth + 1));
		if (isEnumType(type)) return pick(type.getValues(), number).name;
		if (isInputObjectType(type))
			return Object.fromEntries(
				Object.values(type.getFields())
					.filter((one) => isRequiredInputField(one) || (depth < 3 && next() % 3 === 0))
					.map((one) => [one.name, valueFor(one.type, one.name, next, depth + 1)]),
			);
		return scalar(type.name, name, number);
	}

	function argumentText(argument: GraphQLArgument, next: () => number): string {
		const mode = next();
		if (!isRequiredArgument(argument) && mode % 3 === 0) return "";
		const value = valueFor(argument.type, argument.name, next);
		const literal = written(value, (text) => enums.has(text) && hasEnum(argument.type));
		if (mode % 3 === 1) return `${argument.name}: ${literal}`;
		// A plan has a variable of its own by this name; Apollo's gateway refuses a client's.
		const isPlanners = !isPlain && definitions.length === 0 && mode % 7 < 3;
		const name = isPlanners ? "representations" : `v${definitions.length}`;
		const isDefaulted = mode % 2 === 0 && !isNonNullType(argument.type);
		definitions.push(`$${name}: ${argument.type}${isDefaulted ? ` = ${literal}` : ""}`);
		if (!isDefaulted || mode % 5 === 0) variables[name] = value;
		return `${argument.name}: $${name}`;
	}

	function hasEnum(type: GraphQLInputType): boolean {
		const named = getNamedType(type);
		return isEnumType(named) || isInputObjectType(named);
	}

	const conditionText = ({ condition }: Choice) =>
		isPlain || condition < 4 ? "" : ` ${pick(CONDITIONS, condition - 4)}`;

	/** The types that a fragment in a selection on `type` may name. */
	function narrower(type: GraphQLCompositeType): readonly GraphQLCompositeType[] {
		const all = Object.values(schema.getTypeMap()).filter(
			(one): one is GraphQLCompositeType => isCompositeType(one) && !one.name.startsWith("__"),
		);
		const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
		return all.filter((one) =>
			(isAbstractType(one) ? schema.getPossibleTypes(one) : [one]).some((type) =>
				possible.includes(type as never),
			),
		);
	}

	function aliasFor(choice: Choice, name: string): string {
		if (isPlain || choice.alias % 3 !== 1) return "";
		const alias = pick([...NAMES, `x_${name}`], choice.alias);
		return alias === name ? "" : `${alias}: `;
	}

	function introspection(choice: Choice): string {
		const alias = aliasFor(choice, "__schema");
		return pick(
			[
				`${alias}__schema { queryType { name } kinds: directives { name } }`,
				`${alias}__type(name: "Query") { __typename name fields { name type { kind ofType { name } } } }`,
				`${alias}__type(name: "Nothing") { name }`,
			],
			choice.alias,
		);
	}

	function selection(type: GraphQLCompositeType, choice: Choice, depth: number): string {
		const named =
			isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
		const usable = named.filter((one) => isAsked(one, depth));
		const conditions = narrower(type);
		const number = choice.what % (usable.length + conditions.length + 2);
		const field = usable[number];
		if (!field) {
			const condition = conditions[number - usable.length];
			if (type === schema.getQueryType() && !condition && choice.isSpecial)
				return introspection(choice);
			if (!condition) return `${aliasFor(choice, "__typename")}__typename${conditionText(choice)}`;
			const set = selections(condition, choice.below, depth + 1);
			if (!choice.isSpecial)
				return `... ${choice.alias % 4 === 0 && condition === type ? "" : `on ${condition.name}`}${conditionText(choice)} ${set}`;
			const name = `F${fragments.length}`;
			fragments.push(`fragment ${name} on ${condition.name} ${set}`);
			return `...${name}${conditionText(choice)}${choice.alias % 5 === 0 ? ` ...${name}` : ""}`;
		}
		let at = 0;
		const next = () => choice.values[at++ % Math.max(1, choice.values.length)] ?? 0;
		const given = field.args
			.map((one) => argumentText(one, next))
			.filter(Boolean)
			.join(", ");
		const inner = getNamedType(field.type);
		const below = isCompositeType(inner) ? ` ${selections(inner, choice.below, depth + 1)}` : "";
		return `${aliasFor(choice, field.name)}${field.name}${given && `(${given})`}${conditionText(choice)}${below}`;
	}

	function selections(type: GraphQLCompositeType, choices: Choice[], depth: number): string {
		const all = choices.map((choice) => selection(type, choice, depth));
		return `{ ${all.length > 0 ? all.join(" ") : "__typename"} }`;
	}

	const roots = [schema.getMutationType(), schema.getQueryType()].filter((one) => !!one);
	const root = roots.length > 1 ? pick(roots, kind % 2) : roots[0];
	if (!root) return undefined;
	const set = selections(root, fields, 0);
	const body = [set, ...fragments].join("\n");
	for (const [name, type] of Object.entries(CONDITION_VARIABLES)) {
		if (!body.includes(`$${name})`)) continue;
		definitions.push(`$${name}: ${type}`);
		if (type.endsWith("!")) variables[name] = name === "yes";
	}
	const keyword = root === schema.getMutationType() ? "mutation" : "query";
	const heading = definitions.length > 0 ? `(${definitions.join(", ")})` : "";
	const query = [
		`${keyword}${others ? " Main" : ""}${heading} ${body}`,
		others ? "query Other { __typename }" : "",
	].join("\n");
	const document = parse(query);
	if (validate(schema, document).length > 0) return undefined;
	return { query: print(document), variables, operationName: others ? "Main" : undefined };
}
