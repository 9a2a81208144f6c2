module example.org/my-college

go 1.19

require github.com/graph-gophers/graphql-go v1.7.2
