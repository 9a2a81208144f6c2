package main

import (
	_ "embed"
	"fmt"

	"github.com/graph-gophers/graphql-go"
)

//go:embed schema.graphql
var sdl string

// What Apollo Federation adds to every subgraph. List your own entities in _Entity.
const federation = `
scalar _Any
scalar link__Import
scalar federation__FieldSet
enum link__Purpose { SECURITY EXECUTION }
directive @link(url: String!, as: String, for: link__Purpose, import: [link__Import]) repeatable on SCHEMA
directive @key(fields: federation__FieldSet!, resolvable: Boolean = true) repeatable on OBJECT | INTERFACE

type _Service { sdl: String! }
union _Entity = Sme

extend type Query {
  _service: _Service!
  _entities(representations: [_Any!]!): [_Entity]!
}
`

// A key as the hub sends it, with its __typename.
type representation map[string]interface{}

func (representation) ImplementsGraphQLType(name string) bool { return name == "_Any" }

func (r *representation) UnmarshalGraphQL(input interface{}) error {
	fields, ok := input.(map[string]interface{})
	if !ok {
		return fmt.Errorf("a representation is an object, not a %T", input)
	}
	*r = fields
	return nil
}

type service struct{}

func (service) SDL() string { return sdl }

type entity struct{ sme *sme }

func (e *entity) ToSme() (*sme, bool) { return e.sme, e.sme != nil }

type root struct {
	query
	Service  func() service                                                           `graphql:"_service"`
	Entities func(args struct{ Representations []representation }) ([]*entity, error) `graphql:"_entities"`
}

func entities(args struct{ Representations []representation }) ([]*entity, error) {
	found := make([]*entity, len(args.Representations))
	for index, of := range args.Representations {
		one, err := resolveReference(of)
		if err != nil {
			return nil, err
		}
		found[index] = one
	}
	return found, nil
}

func newSchema() *graphql.Schema {
	resolvers := &root{Service: func() service { return service{} }, Entities: entities}
	return graphql.MustParseSchema(sdl+federation, resolvers, graphql.UseFieldResolvers())
}
