import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buildSubgraphSchema } from "@apollo/subgraph";
import {
	type DefinitionNode,
	type DocumentNode,
	execute,
	type GraphQLError,
	Kind,
	parse,
	specifiedDirectives,
	validate,
} from "graphql";

/** How a framework puts an answer on the wire. */
export type Manner = {
	/** Of an operation that was run. */
	contentType: string;
	/** Status of an operation that does not validate. */
	invalidStatus: number;
	/** An error as it is written. */
	error(error: GraphQLError): object;
	/** The body, from data and errors; `data` is undefined where nothing was run. */
	body(data: unknown, errors: object[]): string;
	/** In one piece with its length, or in several without. */
	chunked: boolean;
};

const TYPE = /^(_Any|_Entity|_Service|FieldSet|_FieldSet|federation__\w+|link__\w+)$/;
const DIRECTIVE =
	/^(key|link|requires|external|provides|shareable|override|interfaceObject|federation__\w+)$/;
const BUILT_IN = new Set(specifiedDirectives.map(({ name }) => name));

/** A schema without what the framework printed of the machinery, which the server here brings itself. */
function withoutMachinery(document: DocumentNode): DocumentNode {
	const definitions = document.definitions.flatMap((node): DefinitionNode[] => {
		if (node.kind === Kind.DIRECTIVE_DEFINITION)
			return DIRECTIVE.test(node.name.value) || BUILT_IN.has(node.name.value) ? [] : [node];
		if ("name" in node && TYPE.test(node.name?.value ?? "")) return [];
		if (node.kind !== Kind.OBJECT_TYPE_DEFINITION || node.name.value !== "Query") return [node];
		const fields = node.fields?.filter(({ name }) => !/^_(service|entities)$/.test(name.value));
		return [{ ...node, fields }];
	});
	return { ...document, definitions };
}

function write(response: ServerResponse, status: number, manner: Manner, body: string): void {
	response.statusCode = status;
	response.setHeader("content-type", manner.contentType);
	if (!manner.chunked) {
		response.end(body);
		return;
	}
	const middle = Math.floor(body.length / 2);
	response.write(body.slice(0, middle));
	setTimeout(() => response.end(body.slice(middle)), 5);
}

/** A partner's server that answers as a framework does; `_service` tells the schema as it was printed. */
export async function startFramework(sdl: string, resolvers: object, manner: Manner) {
	const schema = buildSubgraphSchema({
		typeDefs: withoutMachinery(parse(sdl)),
		resolvers: resolvers as never,
	});
	const asked: string[] = [];
	const server = createServer((request, response) => {
		let text = "";
		request.setEncoding("utf8").on("data", (chunk) => {
			text += chunk;
		});
		request.on("end", async () => {
			const { query, variables } = JSON.parse(text);
			asked.push(query);
			const document = parse(query);
			const faults = validate(schema, document);
			if (faults.length > 0) {
				const body = manner.body(undefined, faults.map(manner.error));
				return write(response, manner.invalidStatus, manner, body);
			}
			const { data, errors = [] } = await execute({ schema, document, variableValues: variables });
			return write(response, 200, manner, manner.body(data, errors.map(manner.error)));
		});
	});
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/graphql`,
		asked,
		close: () =>
			new Promise<void>((done) => {
				server.close(() => done());
				server.closeAllConnections();
			}),
	};
}
