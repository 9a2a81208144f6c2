import { useQuery } from "@tanstack/react-query";
import { NetworkDirectoryDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { Listing } from "../../parts/Listing.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { nameText } from "../../parts/place.ts";
import { RecordLink } from "../../parts/RecordLink.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { useWords } from "../../words/use-words.ts";

/** The networks: of institutes, and of MEP centers. */
export function NetworksPanel() {
	const t = useWords();
	const query = useQuery(ask(NetworkDirectoryDocument, {}));
	const networks = query.data?.data.networks ?? [];
	const cells = () => ({
		columns: ["id", "name", "native_name", "country", "institutes", "program_office"],
		rows: networks.map(({ id, name, nativeName, country, institutes, programOffice }) => [
			id,
			name,
			nativeName,
			country,
			institutes.totalCount,
			programOffice?.name,
		]),
	});
	return (
		<div id="networks">
			<Panel
				title={t("type.Network")}
				intro={t("institutes.networks.intro")}
				actions={
					<TakeAlong
						file="networks"
						cells={cells}
						asked={{ document: NetworkDirectoryDocument, variables: {} }}
					/>
				}
			>
				<Answered name={t("type.Network")} query={query} height={320}>
					{() => (
						<Listing
							empty={t("institutes.networks.none")}
							items={networks.map((network) => ({
								id: network.id,
								main: (
									<RecordLink type="Network" id={network.id}>
										{nameText(t, network)}
									</RecordLink>
								),
								about: [
									t.language === "zh" ? network.name : network.nativeName,
									t.maybe(`country.${network.country}`, network.country),
									network.institutes.totalCount > 0 &&
										t("institutes.networks.count", { count: network.institutes.totalCount }),
									network.programOffice?.name,
								]
									.filter(Boolean)
									.join(" · "),
							}))}
						/>
					)}
				</Answered>
			</Panel>
		</div>
	);
}
