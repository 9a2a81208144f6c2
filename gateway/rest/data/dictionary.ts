import {
	buildClientSchema,
	type GraphQLField,
	type GraphQLNamedType,
	type GraphQLSchema,
	getIntrospectionQuery,
	getNamedType,
	type IntrospectionQuery,
	isEnumType,
	isListType,
	isNonNullType,
	isObjectType,
} from "graphql";
import { type AskGraph, columnsOf, type OpenRow } from "./read-table.ts";
import type { OpenTable } from "./tables/table.ts";

const TYPES: Record<string, string> = {
	Int: "whole number",
	Float: "number",
	Boolean: "true or false",
	String: "text",
	ID: "text",
};

/** What every table has, and no field of the graph says. */
const NOTES: Record<string, string> = {
	as_of:
		"Date or day that the row is of: its own where it has one, otherwise that of its document, of the reading of its page, or of the last change of the records.",
};

type Field = GraphQLField<unknown, unknown>;

const isList = ({ type }: Field) => isListType(isNonNullType(type) ? type.ofType : type);

function fieldOf(type: GraphQLNamedType, name: string): Field | undefined {
	return isObjectType(type) ? type.getFields()[name] : undefined;
}

/** The type of a table's rows, and of the items that they lie inside, outermost first. */
function typesOf(schema: GraphQLSchema, table: OpenTable): GraphQLNamedType[] {
	const path = [table.list, ...(table.connection ? ["nodes"] : [])];
	const inside = table.inside?.split(".") ?? [];
	let type = schema.getQueryType() as GraphQLNamedType;
	const along = [...path, ...inside].map((step) => {
		const field = fieldOf(type, step);
		if (!field) throw new Error(`${table.name}: the graph has no ${type.name}.${step}`);
		type = getNamedType(field.type);
		return type;
	});
	return along.slice(path.length - 1);
}

/** The fields that a column's path leads through; none for a constant. */
function fieldsAlong(types: GraphQLNamedType[], path: string): Field[] {
	const steps = path.split(".");
	const up = steps.filter((step) => step === "parent").length;
	let type = types[types.length - 1 - up] as GraphQLNamedType;
	const fields: Field[] = [];
	for (const step of steps.slice(up)) {
		const field = fieldOf(type, step);
		if (!field) return [];
		fields.push(field);
		type = getNamedType(field.type);
	}
	return fields;
}

function describe(schema: GraphQLSchema, table: OpenTable): OpenRow[] {
	const types = typesOf(schema, table);
	return columnsOf(table).map((column) => {
		const fields = fieldsAlong(types, table.columns[column] ?? "");
		const last = fields.at(-1);
		const type = last && getNamedType(last.type);
		const words = fields.flatMap(({ description }) => description ?? []).join(" ");
		return {
			table: table.name,
			column,
			type: TYPES[type?.name ?? "String"] ?? "text",
			list: fields.some(isList),
			values: isEnumType(type)
				? type
						.getValues()
						.map(({ name }) => name)
						.join(";")
				: null,
			description: table.notes?.[column] ?? (words || NOTES[column]) ?? null,
		};
	});
}

export const DICTIONARY = {
	name: "data-dictionary",
	title: "Data dictionary",
	description:
		"What each column of each table means, in the words of the graph that it is read from. A column that is a list has its values separated by semicolons.",
	columns: ["table", "column", "type", "list", "values", "description"],
};

/** A row for each column of each table, described by the fields of the graph that it is made of. */
export async function dictionaryOf(tables: OpenTable[], ask: AskGraph): Promise<OpenRow[]> {
	const answer = await ask(getIntrospectionQuery());
	const schema = buildClientSchema(answer as unknown as IntrospectionQuery);
	return tables.flatMap((table) => describe(schema, table));
}
