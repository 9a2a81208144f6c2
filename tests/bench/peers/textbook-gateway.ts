import { ApolloGateway, IntrospectAndCompose, RemoteGraphQLDataSource } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";

const [port, urls] = process.argv.slice(2) as [string, string];
const subgraphs = urls.split(",").map((entry) => {
	const [name, url] = entry.split(/=(.*)/s) as [string, string];
	return { name, url };
});
const gateway = new ApolloGateway({
	supergraphSdl: new IntrospectAndCompose({ subgraphs }),
	buildService: ({ url }) => new RemoteGraphQLDataSource({ url }),
});
await startStandaloneServer(new ApolloServer({ gateway }), {
	listen: { port: Number(port), host: "127.0.0.1" },
});
