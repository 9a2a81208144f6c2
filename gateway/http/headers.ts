import type { FastifyInstance } from "fastify";

/** Default headers of every response; pages and cacheable responses override them. */
export const SECURITY_HEADERS: Record<string, string> = {
	"cache-control": "no-store",
	"content-security-policy": "default-src 'none'; frame-ancestors 'none'",
	"cross-origin-resource-policy": "cross-origin",
	"referrer-policy": "no-referrer",
	"x-content-type-options": "nosniff",
	"x-frame-options": "DENY",
};

const A_YEAR_S = 31_536_000;

/** Sets the headers of every response; with an https URL also Strict-Transport-Security. */
export function addSecurityHeaders(app: FastifyInstance, publicUrl: string | undefined): void {
	const headers = publicUrl?.startsWith("https:")
		? { ...SECURITY_HEADERS, "strict-transport-security": `max-age=${A_YEAR_S}` }
		: SECURITY_HEADERS;
	app.addHook("onRequest", (_request, reply, done) => {
		reply.headers(headers);
		done();
	});
}
