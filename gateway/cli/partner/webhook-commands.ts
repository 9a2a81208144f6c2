import type { Command } from "commander";
import { asPartner, described, number } from "./options.ts";

const webhooks = () => import("./webhook.ts");

/** Adds the commands for webhook endpoints and dead letters. */
export function addWebhooks(partner: Command): void {
	const webhook = partner
		.command("webhook")
		.description("endpoints that receive a partner's events, and dead deliveries");
	asPartner(
		described(webhook, "set", "send events to a URL; prints its signing secret, once"),
		true,
	)
		.requiredOption("--url <url>", "the endpoint, on a registered host of the partner")
		.action(async (options) => (await webhooks()).setWebhook(options));
	asPartner(described(webhook, "list", "list the endpoints"), true).action(async (options) =>
		(await webhooks()).listWebhooks(options),
	);
	asPartner(described(webhook, "remove", "remove an endpoint and its pending deliveries"))
		.argument("<id>", "the endpoint, see webhook list")
		.action(async (id: string, options) => (await webhooks()).removeWebhook({ ...options, id }));
	asPartner(described(webhook, "dead", "list deliveries that the hub gave up"), true)
		.option("--first <n>", "maximum number", number, 50)
		.action(async (options) => (await webhooks()).deadWebhooks(options));
	asPartner(described(webhook, "replay", "send a delivery again"))
		.argument("<id>", "the delivery, see webhook dead")
		.action(async (id: string, options) => (await webhooks()).replayWebhook({ ...options, id }));
}
