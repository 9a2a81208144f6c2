import { CommandFailure, EXIT, wrongUse } from "./failure.ts";

export type HubOptions = { hub: string; token?: string };

type Answer = {
	data?: Record<string, unknown> | null;
	errors?: Array<{ message: string; extensions?: { code?: string } }>;
};

function unreachable(hub: string, reason: string): CommandFailure {
	return new CommandFailure(`The hub at ${hub} cannot be reached: ${reason}`, EXIT.unreachable);
}

async function post({ hub, token }: HubOptions, body: object): Promise<Answer> {
	if (!URL.canParse(hub)) throw wrongUse(`--hub: "${hub}" is not a URL`);
	let status = 0;
	try {
		const response = await fetch(new URL("/graphql", hub), {
			method: "POST",
			headers: {
				"content-type": "application/json",
				...(token && { authorization: `Bearer ${token}` }),
			},
			body: JSON.stringify(body),
		});
		({ status } = response);
		return (await response.json()) as Answer;
	} catch (error) {
		const { message, cause } = error as Error;
		const reason = (cause as Error | undefined)?.message || message;
		throw unreachable(hub, status ? `it responded with HTTP ${status}` : reason);
	}
}

/** Sends a request to a running hub. Throws with exit code 1 if the hub rejects it, 3 if it is not reachable. */
export async function askHub<T>(
	hub: HubOptions,
	query: string,
	variables: Record<string, unknown> = {},
): Promise<T> {
	const { data, errors } = await post(hub, { query, variables });
	if (!errors?.length && data) return data as T;
	const [first] = errors ?? [];
	if (first?.extensions?.code === "UNAVAILABLE") throw unreachable(hub.hub, first.message);
	throw new CommandFailure(
		(errors ?? []).map(({ message }) => message).join("\n") || "The hub sent an empty response",
		EXIT.refused,
	);
}
