import { type ConstDirectiveNode, type ConstValueNode, Kind, parse } from "graphql";

/** What a schema says of the length of a list, as in the cost specification's @listSize. */
export type ListSize = {
	assumed?: number;
	/** Arguments that say how long it is; the largest one counts. */
	slicing: string[];
	/** Fields of the returned object that are as long; none where the field itself is the list. */
	sized: string[];
};

/** What a supergraph's @cost and @listSize say. Keys are "Type", "Type.field" and "Type.field(argument)". */
export type Weights = { cost: Map<string, number>; size: Map<string, ListSize> };

const SPECIFICATION = /^https:\/\/specs\.apollo\.dev\/cost\/v/;

function argumentOf(directive: ConstDirectiveNode, name: string): ConstValueNode | undefined {
	return directive.arguments?.find((one) => one.name.value === name)?.value;
}

function numberOf(value: ConstValueNode | undefined): number | undefined {
	if (value?.kind !== Kind.INT && value?.kind !== Kind.STRING) return undefined;
	const number = Number(value.value);
	return Number.isFinite(number) && number >= 0 ? number : undefined;
}

function textOf(value: ConstValueNode | undefined): string | undefined {
	return value?.kind === Kind.STRING ? value.value : undefined;
}

function textsOf(value: ConstValueNode | undefined): string[] {
	return value?.kind === Kind.LIST ? value.values.flatMap((one) => textOf(one) ?? []) : [];
}

/** The names that @cost and @listSize have in a supergraph; a subgraph may import them under others. */
function namesOf(links: readonly ConstDirectiveNode[]): Map<string, string> {
	const names = new Map([
		["cost", "cost"],
		["listSize", "listSize"],
		["cost__listSize", "listSize"],
	]);
	for (const link of links) {
		const imports = argumentOf(link, "import");
		const url = textOf(argumentOf(link, "url")) ?? "";
		if (!SPECIFICATION.test(url) || imports?.kind !== Kind.LIST) continue;
		for (const one of imports.values) {
			if (one.kind !== Kind.OBJECT) continue;
			const part = (key: string) =>
				textOf(one.fields.find(({ name }) => name.value === key)?.value)?.replace("@", "");
			const as = part("as");
			if (as) names.set(as, part("name") ?? "");
		}
	}
	return names;
}

/** Reads @cost and @listSize of a supergraph, whatever names they were imported under. */
export function weightsOf(supergraph: string): Weights {
	const { definitions } = parse(supergraph, { noLocation: true });
	const names = namesOf(
		definitions.flatMap((one) =>
			one.kind === Kind.SCHEMA_DEFINITION ? (one.directives ?? []) : [],
		),
	);
	const weights: Weights = { cost: new Map(), size: new Map() };
	function read(place: string, directives: readonly ConstDirectiveNode[] = []): void {
		for (const directive of directives) {
			const kind = names.get(directive.name.value);
			const weight = numberOf(argumentOf(directive, "weight"));
			if (kind === "cost" && weight !== undefined) weights.cost.set(place, weight);
			if (kind === "listSize")
				weights.size.set(place, {
					assumed: numberOf(argumentOf(directive, "assumedSize")),
					slicing: textsOf(argumentOf(directive, "slicingArguments")),
					sized: textsOf(argumentOf(directive, "sizedFields")),
				});
		}
	}
	for (const type of definitions) {
		if (type.kind === Kind.SCHEMA_DEFINITION || !("name" in type) || !type.name) continue;
		if (type.kind === Kind.DIRECTIVE_DEFINITION || !("directives" in type)) continue;
		read(type.name.value, type.directives as readonly ConstDirectiveNode[]);
		if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.INTERFACE_TYPE_DEFINITION)
			continue;
		for (const field of type.fields ?? []) {
			const place = `${type.name.value}.${field.name.value}`;
			read(place, field.directives);
			for (const one of field.arguments ?? []) read(`${place}(${one.name.value})`, one.directives);
		}
	}
	return weights;
}
