import { useQuery } from "@tanstack/react-query";
import { InstituteEmbeddingsDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { Embeddings } from "../../parts/Embeddings.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { cellsOfEmbeddings } from "../../parts/profile-cells.ts";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { useWords } from "../../words/use-words.ts";

/** MEP centers that have staff at the institute, or other links with it. */
export function EmbeddingsPanel({ id }: { id: string }) {
	const t = useWords();
	const query = useQuery(ask(InstituteEmbeddingsDocument, { id }));
	return (
		<Panel
			anchor="links"
			title={t("profile.embeddings.center")}
			actions={
				<TakeAlong
					file={`${id}-links`}
					cells={() => cellsOfEmbeddings(query.data?.data.embeddings.nodes ?? [])}
					asked={{ document: InstituteEmbeddingsDocument, variables: { id } }}
				/>
			}
		>
			<Answered name={t("profile.embeddings.center")} query={query} height={80}>
				{({ embeddings }) => <Embeddings embeddings={embeddings.nodes} side="center" />}
			</Answered>
		</Panel>
	);
}
