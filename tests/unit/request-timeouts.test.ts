import { fastify } from "fastify";
import { expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../../shared/limits/limits.ts";
import { boundRequests, timeoutOptions } from "../../shared/server/timeouts.ts";

it.each([
	["after its body has arrived", false],
	["if it is answered before its body is read", true],
])("does not time out an in-process request %s", async (_, isEarly) => {
	const errors: Error[] = [];
	const app = fastify({ clientErrorHandler: (error) => errors.push(error) });
	boundRequests(app, { ...DEFAULT_LIMITS, requestTimeoutMs: 50 });
	if (isEarly) app.addHook("onRequest", async (_request, reply) => reply.code(401).send("no"));
	app.post("/", async () => "ok");
	const { statusCode } = await app.inject({ method: "POST", url: "/", payload: { a: 1 } });
	await new Promise((done) => setTimeout(done, 200));
	expect([statusCode, errors]).toEqual([isEarly ? 401 : 200, []]);
	await app.close();
});

it("gives headers as long as is configured, also longer than requests have and than Node's own bound", () => {
	const limits = { ...DEFAULT_LIMITS, headersTimeoutMs: 86_400_000, requestTimeoutMs: 1000 };
	const app = fastify(timeoutOptions(limits));
	expect(app.server.headersTimeout).toBe(86_400_000);
});
