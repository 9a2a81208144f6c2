import { useQuery } from "@tanstack/react-query";
import { CenterEmbeddingsDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { Embeddings } from "../../parts/Embeddings.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { cellsOfEmbeddings } from "../../parts/profile-cells.ts";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { useWords } from "../../words/use-words.ts";

/** Institutes at which the center has staff, or has other links with. */
export function EmbeddingsPanel({ id }: { id: string }) {
	const t = useWords();
	const query = useQuery(ask(CenterEmbeddingsDocument, { id }));
	return (
		<Panel
			anchor="links"
			title={t("profile.embeddings.institute")}
			actions={
				<TakeAlong
					file={`${id}-links`}
					cells={() => cellsOfEmbeddings(query.data?.data.embeddings.nodes ?? [])}
					asked={{ document: CenterEmbeddingsDocument, variables: { id } }}
				/>
			}
		>
			<Answered name={t("profile.embeddings.institute")} query={query} height={80}>
				{({ embeddings }) => <Embeddings embeddings={embeddings.nodes} side="institute" />}
			</Answered>
		</Panel>
	);
}
