import { askHub } from "./ask.ts";
import { proofFor, type Signer } from "./keys.ts";
import { firstOf, type Page } from "./pages.ts";
import { printJson, printTable } from "./table.ts";

type Endpoint = { id: string; url: string; createdAt: string; disabledAt: string | null };

type Delivery = {
	id: string;
	endpointId: string;
	status: string;
	attempts: number;
	lastError: string | null;
	event: { id: string; kind: string; at: string };
};

const ENDPOINT = "id url createdAt disabledAt";
const DELIVERY = "id endpointId status attempts lastError event { id kind at }";

type OfPartner = Signer & { partner: string; json?: boolean };

/** Sets an endpoint and prints its secret, which the hub returns only once. */
export async function setWebhook(options: OfPartner & { url: string }): Promise<void> {
	const { partner: partnerId, url } = options;
	const proof = await proofFor(options, "setWebhookEndpoint", "", { url });
	const { setWebhookEndpoint } = await askHub<{
		setWebhookEndpoint: { endpoint: Endpoint; secret: string };
	}>(
		options,
		`mutation($partnerId: ID!, $url: String!, $proof: String) { setWebhookEndpoint(partnerId: $partnerId, url: $url, proof: $proof) { endpoint { ${ENDPOINT} } secret } }`,
		{ partnerId, url, proof },
	);
	if (options.json) {
		printJson(setWebhookEndpoint);
		return;
	}
	const { endpoint, secret } = setWebhookEndpoint;
	console.log(`${endpoint.id} receives the events of ${partnerId} at ${endpoint.url}`);
	console.log(`secret: ${secret}`);
	console.log(
		"The secret is shown only once: store it now. If you lose it, set the same URL again for a new one.",
	);
}

/** Prints a partner's endpoints. */
export async function listWebhooks(options: OfPartner): Promise<void> {
	const { partner: partnerId } = options;
	const proof = await proofFor(options, "webhookEndpoints", "", {});
	const { webhookEndpoints } = await askHub<{ webhookEndpoints: Endpoint[] }>(
		options,
		`query($partnerId: ID!, $proof: String) { webhookEndpoints(partnerId: $partnerId, proof: $proof) { ${ENDPOINT} } }`,
		{ partnerId, proof },
	);
	if (options.json) printJson(webhookEndpoints);
	else
		printTable(
			["ID", "URL", "CREATED", "DISABLED"],
			webhookEndpoints.map(({ id, url, createdAt, disabledAt }) => [
				id,
				url,
				createdAt,
				disabledAt,
			]),
			`${partnerId} has no webhook endpoints.`,
		);
}

/** Removes an endpoint, with its pending deliveries. */
export async function removeWebhook(options: Signer & { id: string; json?: boolean }) {
	const { id } = options;
	const proof = await proofFor(options, "removeWebhookEndpoint", "", { id });
	const { removeWebhookEndpoint } = await askHub<{ removeWebhookEndpoint: string }>(
		options,
		"mutation($id: ID!, $proof: String) { removeWebhookEndpoint(id: $id, proof: $proof) }",
		{ id, proof },
	);
	if (options.json) printJson({ removed: removeWebhookEndpoint });
	else console.log(`${removeWebhookEndpoint} is removed; its pending deliveries are dropped.`);
}

/** Prints a partner's dead letters: the deliveries that the hub gave up. */
export async function deadWebhooks(options: OfPartner & { first: number }): Promise<void> {
	const { partner: partnerId } = options;
	const dead = await firstOf(options.first, async (page) => {
		const proof = await proofFor(options, "webhookDeliveries", "", {});
		const { webhookDeliveries } = await askHub<{ webhookDeliveries: Page<Delivery> }>(
			options,
			`query($partnerId: ID!, $first: Int!, $after: String, $proof: String) { webhookDeliveries(partnerId: $partnerId, status: DEAD, first: $first, after: $after, proof: $proof) { nodes { ${DELIVERY} } pageInfo { hasNextPage endCursor } } }`,
			{ partnerId, ...page, proof },
		);
		return webhookDeliveries;
	});
	if (options.json) printJson(dead);
	else
		printTable(
			["ID", "ENDPOINT", "KIND", "AT", "ATTEMPTS", "LAST ERROR"],
			dead.map(({ id, endpointId, event, attempts, lastError }) => [
				id,
				endpointId,
				event.kind,
				event.at,
				attempts,
				lastError,
			]),
			`${partnerId} has no dead deliveries.`,
		);
}

/** Sends a delivery again. */
export async function replayWebhook(options: Signer & { id: string; json?: boolean }) {
	const { id } = options;
	const proof = await proofFor(options, "replayWebhookDelivery", "", { id });
	const { replayWebhookDelivery } = await askHub<{ replayWebhookDelivery: Delivery }>(
		options,
		`mutation($id: ID!, $proof: String) { replayWebhookDelivery(id: $id, proof: $proof) { ${DELIVERY} } }`,
		{ id, proof },
	);
	if (options.json) printJson(replayWebhookDelivery);
	else
		console.log(`${id} is ${replayWebhookDelivery.status.toLowerCase()} and will be sent again.`);
}
