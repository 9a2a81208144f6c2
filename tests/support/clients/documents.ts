/** Queries of the test clients. */
export const PAGE = /* GraphQL */ `
	query InstitutesPage($first: Int, $after: String) {
		institutes(first: $first, after: $after) {
			edges {
				cursor
				node {
					id
					name
				}
			}
			pageInfo {
				hasNextPage
				hasPreviousPage
				startCursor
				endCursor
			}
		}
	}
`;

export const ONE = /* GraphQL */ `
	query OneInstitute($id: ID!) {
		institute(id: $id) {
			id
			name
			acronym
		}
	}
`;

/** The parts of the responses that tests read. */
export type Institutes = {
	institutes: {
		edges: Array<{ cursor: string; node: { id: string; name: string } }>;
		pageInfo: { hasNextPage: boolean; endCursor: string | null };
	};
};
export type OneInstitute = { institute: { id: string; name: string; acronym: string | null } };
