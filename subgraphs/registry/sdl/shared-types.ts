import { readFileSync } from "node:fs";
import { parse, print } from "graphql";
import { nameOf } from "./directive.ts";
import { fieldsOf, kindOf, type TypeNode, typesOf } from "./schema-nodes.ts";

function shapeOf(node: TypeNode): string {
	const fields = fieldsOf(node).map((field) =>
		print({ ...field, description: undefined, directives: [] }),
	);
	return `${kindOf(node)} { ${fields.sort().join(" ")} }`;
}

const LIST = readFileSync(new URL("./shared-types.graphql", import.meta.url), "utf8");
const SHAPES = new Map(
	typesOf(parse(LIST)).map((node) => [node.name.value, { node, shape: shapeOf(node) }]),
);

/** Whether everybody may declare a type of this name, so that nobody owns it. */
export const isSharedType = (name: string) => SHAPES.has(name);

const isBare = (node: TypeNode) =>
	!("description" in node && node.description) &&
	fieldsOf(node).every(({ description }) => !description) &&
	!("interfaces" in node && node.interfaces?.length);

/** Why a declaration of a shared type is not allowed, or undefined. */
export function sharedTypeFault(node: TypeNode): string | undefined {
	const shared = SHAPES.get(node.name.value);
	if (!shared) return undefined;
	if (shapeOf(node) !== shared.shape)
		return `it is declared otherwise than all subgraphs declare it: ${print(shared.node).replace(/\s+/g, " ")}`;
	const allowed = kindOf(node) === "Scalar" ? ["specifiedBy"] : ["shareable"];
	const directives = [node, ...fieldsOf(node)].flatMap(({ directives: given }) => given ?? []);
	const other = directives.map(nameOf).find((name) => !allowed.includes(name));
	if (other) return `@${other} on it would hold for everybody`;
	const isShareable = (given: typeof directives | undefined) =>
		(given ?? []).some((directive) => nameOf(directive) === "shareable");
	if (
		kindOf(node) === "Object" &&
		!isShareable([...(node.directives ?? [])]) &&
		!fieldsOf(node).every((field) => isShareable([...(field.directives ?? [])]))
	)
		return "it lacks @shareable";
	// A scalar's description is its specification's; the hub describes the others.
	return kindOf(node) === "Scalar" || isBare(node)
		? undefined
		: "the hub describes it, and it implements nothing";
}
