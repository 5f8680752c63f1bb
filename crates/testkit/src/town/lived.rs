//! The town on a fresh database of its own, for tests and screenshots. All of it goes when this does.

use actions::{House, HouseParts};

use super::{Town, TownError, found, house_parts};
use crate::house::{Keeper, keeper};

/// A town to look at.
pub struct LivedTown {
    pub house: House,
    pub town: Town,
    pub keeper: Keeper,
}

impl LivedTown {
    pub async fn on_sqlite() -> Result<Self, TownError> {
        Self::on_sqlite_with(|parts| parts).await
    }

    /// With some part of the house other than the town's own.
    pub async fn on_sqlite_with(change: impl FnOnce(HouseParts) -> HouseParts) -> Result<Self, TownError> {
        let (database, keeper) = keeper::sqlite().await;
        let house = House::new(change(house_parts(database, keeper.objects())?));
        let town = found(&house).await?;
        Ok(Self { house, town, keeper })
    }

    pub async fn on_postgres() -> Result<Self, TownError> {
        let (database, keeper) = keeper::postgres().await;
        let house = House::new(house_parts(database, keeper.objects())?);
        let town = found(&house).await?;
        Ok(Self { house, town, keeper })
    }
}
