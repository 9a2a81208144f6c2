import { createServer, type RequestListener } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { LINK, saying, startPartner } from "../../support/partner-server.ts";

const [port, controlPort] = process.argv.slice(2).map(Number);

const SDL = `${LINK}type Sme @key(fields: "id") { id: ID! "Of its state." collegeRank: Int }
type Query { "Who answers." collegeName: String }`;
const RESOLVERS = {
	Sme: { collegeRank: () => 1 },
	Query: { collegeName: () => "bench" },
};

const endless: RequestListener = (_, response) => {
	response.writeHead(200, { "content-type": "application/json" });
	const more = () => {
		while (!response.destroyed && response.write('{"data":'.repeat(1000)));
	};
	response.on("drain", more);
	more();
};
const MODES: Record<string, RequestListener | undefined> = {
	good: undefined,
	slow: async (_, response) => {
		await sleep(60_000);
		response.end();
	},
	dead: (request) => request.socket.destroy(),
	lying: saying({
		data: { _entities: [{ __typename: "Sme", hubKey_id: "another", collegeRank: "x" }] },
	}),
	endless,
};

/** A partner whose behaviour is set by `GET /<mode>` on its second port. */
const partner = await startPartner(SDL, RESOLVERS, port);
createServer((request, response) => {
	const mode = (request.url ?? "").slice(1);
	if (mode in MODES) partner.behave(MODES[mode]);
	response.end(SDL);
}).listen(controlPort, "127.0.0.1");
