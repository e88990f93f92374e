namespace Reparation.Domain;
