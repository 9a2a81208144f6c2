import { Readable } from "node:stream";
import { afterAll, beforeAll } from "vitest";
import { developmentToken } from "../../gateway/viewer/development.ts";
import { readConfig } from "../../shared/config.ts";
import type { Actor } from "../../shared/viewer/viewer.ts";
import { ask, seededFolder, startEmbedded } from "./hub.ts";
import { STAFF } from "./viewers.ts";

const LIMITS = {
	...readConfig({}).imports,
	mostBytes: 1_000_000,
	mostUnpackedBytes: 1_000_000,
	mostRecordCharacters: 5000,
	mostCells: 40,
	mostRows: 450,
	stallSeconds: 1,
};

/** Of the hub that `useImportHub` started. */
export let dataDir: string;
export let hub: Awaited<ReturnType<typeof startEmbedded>>;
/** Starts the hub before the tests of a file, and closes it after them. */
export function useImportHub(): void {
	beforeAll(async () => {
		dataDir = await seededFolder();
		hub = await startEmbedded(dataDir, undefined, undefined, LIMITS);
	});
	afterAll(() => hub.close());
}

export const authorization = async (viewer: Actor) =>
	`Bearer ${await developmentToken(dataDir, viewer, 1)}`;

// biome-ignore lint/suspicious/noExplicitAny: an answer, compared as a whole
export type Answer = { status: number; body: any };

export async function send(
	file: string | Buffer | Readable,
	query = "",
	{ viewer = STAFF, ...headers }: { viewer?: Actor; [name: string]: unknown } = {},
): Promise<Answer> {
	const response = await fetch(`${hub.url}/imports/engagements${query}`, {
		method: "POST",
		headers: {
			"content-type": "text/csv",
			authorization: await authorization(viewer),
			...(headers as Record<string, string>),
		},
		body: (file instanceof Readable ? Readable.toWeb(file) : file) as string,
		duplex: "half",
	} as RequestInit);
	return { status: response.status, body: await response.json() };
}

type Found = { startedOn: string; practice: string | null; kind: string; peopleTrained: number };
/** The engagements of a batch, by manufacturer. */
export async function madeOn(from: string, to = from) {
	const { body } = await ask(
		hub,
		`{ engagements(where: { from: "${from}", to: "${to}" }, first: 200) { nodes { startedOn practice kind peopleTrained note sme { name city state employees } outcomes { claims { metric value } } } } }`,
		{},
		{ authorization: await authorization(STAFF) },
	);
	return (
		body.data as unknown as {
			engagements: { nodes: Array<Found & { sme: { name: string; city: string; state: string } }> };
		}
	).engagements.nodes;
}
export const namesOn = async (day: string) => (await madeOn(day)).map(({ sme }) => sme.name).sort();
export const failedRows = async (path: string) =>
	(
		await fetch(`${hub.url}${path}`, { headers: { authorization: await authorization(STAFF) } })
	).arrayBuffer();
export const messagesOf = ({ body }: Answer) =>
	body.errors?.map((error: Error) => error.message).join();

export const HEADER = "id,sme_name,sme_state,service_kind,date";
export const LATIN = "Fundición Muñoz São João";
export const CHINESE = "佐治亚精密机械有限公司";
