import pg from "pg";

const CONNECT_MS = 10_000;

/** Runs `work` with one connection. */
export async function withClient<T>(
	url: string,
	work: (client: pg.Client) => Promise<T>,
): Promise<T> {
	const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS });
	client.on("error", () => undefined);
	await client.connect();
	try {
		return await work(client);
	} finally {
		await client.end();
	}
}

/** What makes a database other than empty; undefined for one that has nothing in it. */
export function contentOf(url: string): Promise<string | undefined> {
	return withClient(url, async (client) => {
		const { rows } = await client.query(
			"SELECT n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%' UNION ALL SELECT n.nspname FROM pg_namespace n WHERE n.nspname = ANY($1) LIMIT 1",
			[["institutes", "mep", "engagements", "registry", "sessions", "imports"]],
		);
		return rows[0]?.name;
	});
}
