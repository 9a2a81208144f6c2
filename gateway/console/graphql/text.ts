import { BASE_PATH } from "../session/address.ts";
import { type AnyDocument, hashOf } from "./fetch-document.ts";

/** The text of a document; the texts are loaded when somebody first asks for one. */
export async function textOf(document: AnyDocument): Promise<string> {
	const { default: texts } = await import("./persisted-documents.json");
	return (texts as Record<string, string>)[hashOf(document)] ?? "";
}

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** A line for a shell that asks the same of the hub. */
export function curlOf(query: string, variables: object, origin: string): string {
	const body = JSON.stringify({ query, variables });
	return `curl -s ${quoted(`${origin}${BASE_PATH}graphql`)} -H 'Content-Type: application/json' -d ${quoted(body)}`;
}
